//! What a mail looks like on its way. That two servers send none twice is shown in `server/tests/`.

use super::*;

fn letter(name: &str, occasion: Occasion) -> Outgoing {
    Outgoing {
        id: Uuid::from_u128(7),
        name: name.to_owned(),
        email: "amina@mfa.valdoria.example".to_owned(),
        occasion,
        token: None,
        attempts: 0,
    }
}

fn written(letter: &Outgoing) -> String {
    signed(letter, &Names::default())
}

fn signed(letter: &Outgoing, names: &Names) -> String {
    let from = "Verbale <no-reply@portal.example>".parse().unwrap();
    let mail = composed(letter, &from, names, "https://portal.example", NOON);
    String::from_utf8(mail.unwrap().formatted()).unwrap()
}

const NOON: Timestamp = Timestamp::from_micros(1_773_748_800_000_000);

#[test]
fn every_letter_as_it_is_sent() {
    let all: Vec<String> = Occasion::ALL
        .map(|occasion| written(&letter("Amina Okafor", occasion)))
        .into();
    insta::assert_snapshot!(all.join("\n--\n").replace("\r\n", "\n"));
}

#[test]
fn a_name_adds_no_header() {
    let mail = written(&letter(
        "Eve\r\nBcc: everyone@example.org\r\n\r\nHello",
        Occasion::Asked,
    ));
    let (head, _) = mail.split_once("\r\n\r\n").unwrap();
    let names: Vec<&str> = head
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(
        names,
        [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "Content-Type",
            "Content-Transfer-Encoding"
        ]
    );
}

#[test]
fn an_invitation_carries_its_link_and_no_other_letter_does() {
    let invited = Outgoing {
        token: Some("ab12".into()),
        ..letter("Amina Okafor", Occasion::Invited)
    };
    assert!(written(&invited).contains("https://portal.example/invitation/ab12"));
}

#[test]
fn a_letter_names_who_signs_it_where_that_is_configured() {
    let names = Names {
        secretariat: Some("Secretariat\r\nBcc of the process".to_owned()),
        head: Some("Noor Lind".to_owned()),
    };
    let written = |occasion| signed(&letter("Amina Okafor", occasion), &names);
    let reminded = written(Occasion::Reminded);
    assert!(reminded.starts_with("From: \"Secretariat Bcc of the process\" <no-reply"));
    assert!(reminded.trim_end().ends_with("Secretariat Bcc of the process"));
    let passed = written(Occasion::RemindedByHead);
    // With its comma the name is an encoded word (RFC 2047): it begins with "Noor Lind" in Base64.
    assert!(passed.starts_with("From: =?utf-8?b?Tm9vciBMaW5k"));
    assert!(passed.trim_end().ends_with("Noor Lind, head of the secretariat"));
    assert_eq!(
        written(Occasion::Asked),
        self::written(&letter("Amina Okafor", Occasion::Asked))
    );
}

//! Documents to try things with. Every State in them is invented.

use crate::{Block, Direction, Evidence, Part, Printed, Question, Table, Words};
use time::macros::datetime;

const SENTENCE: &str = "The national cyber security centre agreed with the operators of essential services on a shared \
                        procedure for reporting incidents, and practised it with them twice.";

/// An answer of so many sentences of 24 words, four to a paragraph.
pub fn answer(sentences: usize) -> String {
    let sentences = vec![SENTENCE; sentences];
    let paragraphs: Vec<_> = sentences.chunks(4).map(|paragraph| paragraph.join(" ")).collect();
    paragraphs.join("\n\n")
}

/// One question, answered.
pub fn question(number: usize) -> Question {
    Question {
        asked: Words::new(
            format!("{number}. Which arrangements exist for reporting incidents between operators and authorities?"),
            "en",
        ),
        guidance: Some(Words::new(
            "Describe procedures that are in force; what is planned belongs to the next question.",
            "en",
        )),
        stated: Some("Substantial progress, as stated by Valdoria".into()),
        answer: Some(Words::new(answer(12), "en")),
        meta: vec!["May be seen by everyone · changed since last year".into()],
        evidence: Some(Evidence {
            label: "Evidence".into(),
            links: vec![
                "https://cyber.valdoria.example/strategy/2026/annual-report-on-the-security-of-networks.pdf".into(),
            ],
        }),
    }
}

/// A report of a few pages, in English, with an answer in each of some other scripts.
#[allow(
    clippy::too_many_lines,
    reason = "a document in one piece, to be read from top to bottom"
)]
pub fn report() -> Printed {
    let others = [
        (
            "ar",
            "اتفق المركز الوطني للأمن السيبراني مع مشغلي الخدمات الأساسية على إجراء مشترك للإبلاغ عن الحوادث (CSIRT) في عام 2026.",
        ),
        (
            "ru",
            "Национальный центр кибербезопасности согласовал с операторами общий порядок сообщения об инцидентах.",
        ),
        (
            "el",
            "Το εθνικό κέντρο κυβερνοασφάλειας συμφώνησε με τους φορείς κοινή διαδικασία αναφοράς περιστατικών.",
        ),
        (
            "he",
            "המרכז הלאומי להגנת הסייבר הסכים עם המפעילים על נוהל משותף לדיווח על אירועים.",
        ),
        (
            "hi",
            "राष्ट्रीय साइबर सुरक्षा केंद्र ने घटनाओं की सूचना देने की साझा प्रक्रिया पर सहमति जताई।",
        ),
        (
            "th",
            "ศูนย์ความมั่นคงปลอดภัยไซเบอร์แห่งชาติได้ตกลงขั้นตอนร่วมกันในการรายงานเหตุการณ์กับผู้ให้บริการที่จำเป็น",
        ),
        (
            "vi",
            "Trung tâm an ninh mạng quốc gia đã thống nhất quy trình chung về báo cáo sự cố.",
        ),
    ];
    let mut answered: Vec<_> = (1..=3).map(question).collect();
    answered.extend(others.iter().zip(4..).map(|(&(language, text), number)| Question {
        answer: Some(Words::new(text, language)),
        ..question(number)
    }));
    let withheld = Question {
        stated: Some("Withheld: national security".into()),
        answer: None,
        evidence: None,
        ..question(20)
    };
    let questions = answered
        .into_iter()
        .chain([withheld])
        .map(|question| Block::Question(Box::new(question)));
    Printed {
        title: "Progress report of Valdoria, 2026".into(),
        language: "en".into(),
        direction: Direction::LeftToRight,
        marking: "Unclassified · Seen by participating States".into(),
        subject: vec![
            "Full form, ordered by the items of the Cyber Defence Pledge".into(),
            "Reference REP-XV-2026-0001".into(),
        ],
        notice: vec!["Self-reported, voluntary; not an assessment of compliance.".into()],
        generated: "Printed on 17 March 2026 from version 3 of the report.".into(),
        written: datetime!(2026-03-17 09:30 UTC),
        sections: vec![
            Part {
                heading: Words::new("At a glance", "en"),
                blocks: vec![table()],
            },
            Part {
                heading: Words::new("CDP-I · Capabilities to defend national infrastructure", "en"),
                blocks: questions.collect(),
            },
            Part {
                heading: Words::new("Without a counterpart", "en"),
                blocks: vec![
                    Block::Paragraph(Words::new(
                        "Nothing in this report answers these items of the survey:",
                        "en",
                    )),
                    Block::List(vec![
                        Words::new("International law", "en"),
                        Words::new("القانون الدولي", "ar"),
                        Words::new("Capacity-building", "en"),
                    ]),
                ],
            },
        ],
        footer: vec![
            "Self-reported, voluntary; not an assessment of compliance.".into(),
            "This questionnaire is the portal's own and no official text.".into(),
        ],
        page: "Page {page} of {pages}".into(),
    }
}

fn table() -> Block {
    let row = |item: &str, state: &str, seen: &str| {
        vec![Words::new(item, "en"), Words::new(state, "en"), Words::new(seen, "en")]
    };
    Block::Table(Table {
        header: ["Item", "As stated by Valdoria", "May be seen by"]
            .map(str::to_owned)
            .to_vec(),
        rows: vec![
            row("CDP-I", "Substantial progress", "Everyone"),
            row("CDP-II", "Withheld: national security", "Participating States"),
            row("CDP-III", "Not applicable", "The secretariat"),
        ],
    })
}

/// The same from right to left: the portal's sentences and the answers in Arabic, one in English.
#[allow(
    clippy::too_many_lines,
    reason = "a document in one piece, to be read from top to bottom"
)]
pub fn from_right() -> Printed {
    let arabic = "اتفق المركز الوطني للأمن السيبراني مع مشغلي الخدمات الأساسية على إجراء مشترك للإبلاغ عن الحوادث، وتدرب عليه معهم مرتين في عام 2026 مع فريق CSIRT الوطني. ";
    let asked = |number: usize| {
        Words::new(
            format!("{number}. ما هي الترتيبات القائمة للإبلاغ عن الحوادث بين المشغلين والسلطات؟"),
            "ar-XB",
        )
    };
    let question = |number: usize| Question {
        asked: asked(number),
        guidance: Some(Words::new(
            "صف الإجراءات السارية؛ أما ما هو مخطط له فيخص السؤال التالي.",
            "ar-XB",
        )),
        stated: Some("تقدم كبير، وفق ما ذكرته فالدوريا".into()),
        answer: Some(Words::new(
            format!("{}\n\n{}", arabic.repeat(3).trim(), arabic.trim()),
            "ar",
        )),
        meta: vec!["يمكن للجميع الاطلاع عليه · تغير منذ العام الماضي".into()],
        evidence: Some(Evidence {
            label: "المصادر".into(),
            links: vec!["https://cyber.valdoria.example/strategy-2026.pdf".into()],
        }),
    };
    let english = Question {
        answer: Some(Words::new(answer(12), "en")),
        ..question(9)
    };
    let questions = (1..=8)
        .map(question)
        .chain([english])
        .map(|question| Block::Question(Box::new(question)));
    Printed {
        title: "التقرير المرحلي لفالدوريا، 2026".into(),
        language: "ar-XB".into(),
        direction: Direction::RightToLeft,
        marking: "غير سري · للدول المشاركة".into(),
        subject: vec!["النموذج الكامل، مرتبا حسب بنود التعهد".into()],
        notice: vec!["إبلاغ ذاتي وطوعي؛ ليس تقييما للامتثال.".into()],
        generated: "طبع في 17 مارس 2026 من النسخة 3 من التقرير.".into(),
        sections: vec![
            Part {
                heading: Words::new("نظرة عامة", "ar-XB"),
                blocks: vec![table()],
            },
            Part {
                heading: Words::new("القدرات على الدفاع عن البنية التحتية الوطنية", "ar-XB"),
                blocks: questions.collect(),
            },
            Part {
                heading: Words::new("بلا مقابل", "ar-XB"),
                blocks: vec![Block::List(vec![
                    Words::new("القانون الدولي", "ar"),
                    Words::new("International law", "en"),
                ])],
            },
        ],
        footer: vec!["إبلاغ ذاتي وطوعي؛ ليس تقييما للامتثال.".into()],
        page: "الصفحة {page} من {pages}".into(),
        ..report()
    }
}

/// The full form: 76 questions in seven sections, all answered, in 24 to 600 words and 300 on average.
pub fn full_form() -> Printed {
    let section = |number: usize| Part {
        heading: Words::new(format!("Section {number}"), "en"),
        blocks: (1..=76)
            .filter(|question| question % 7 + 1 == number)
            .map(|at| Block::Question(Box::new(answered(at))))
            .collect(),
    };
    Printed {
        sections: (1..=7).map(section).collect(),
        ..report()
    }
}

fn answered(number: usize) -> Question {
    Question {
        answer: Some(Words::new(answer(1 + number * 7 % 25), "en")),
        ..question(number)
    }
}

/// The full form before anybody wrote anything.
pub fn empty_form() -> Printed {
    let mut printed = full_form();
    for block in printed.sections.iter_mut().flat_map(|part| &mut part.blocks) {
        if let Block::Question(question) = block {
            question.stated = Some("Not answered".into());
            question.answer = None;
            question.evidence = None;
        }
    }
    printed
}

/// A document with this text in every place where there can be one.
pub fn everywhere(text: &str, language: &str) -> Printed {
    let words = || Words::new(text, language);
    let line = || text.to_owned();
    let question = Question {
        asked: words(),
        guidance: Some(words()),
        stated: Some(line()),
        answer: Some(words()),
        meta: vec![line(), line()],
        evidence: Some(Evidence {
            label: line(),
            links: vec![line(), format!("https://a.example/{text}")],
        }),
    };
    let table = Table {
        header: vec![line(), line(), line()],
        rows: vec![vec![words(), words(), words()], vec![words()]],
    };
    Printed {
        title: line(),
        marking: line(),
        subject: vec![line()],
        notice: vec![line()],
        generated: line(),
        sections: vec![Part {
            heading: words(),
            blocks: vec![
                Block::Paragraph(words()),
                Block::List(vec![words(), words()]),
                Block::Question(Box::new(question)),
                Block::Table(table),
            ],
        }],
        footer: vec![line()],
        ..report()
    }
}

/// In how many places the text of [`everywhere`] stands, besides the head and the foot of pages.
pub const EVERYWHERE: usize = 24;

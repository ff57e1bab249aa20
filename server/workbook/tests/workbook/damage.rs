//! Damage that follows no plan: whatever is left of a workbook, there is an answer.

use crate::{
    edit::Edited,
    support::{read_into, written},
};
use domain::samples::reports;

/// Numbers without a pattern, and the same ones every time (Numerical Recipes' generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

#[test]
fn a_workbook_cut_short_is_damaged() {
    let draft = reports::valdoria();
    let whole = written(&draft);
    for cut in (0..whole.len()).step_by(whole.len() / 150) {
        assert!(read_into(&draft, &whole[..cut]).is_err(), "{cut} of {}", whole.len());
    }
}

#[test]
fn flipped_bytes_of_the_package() {
    let draft = reports::valdoria();
    let whole = written(&draft);
    let mut numbers = Numbers(1);
    let mut refused = 0;
    for _ in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..=numbers.below(4) {
            let at = numbers.below(bytes.len());
            bytes[at] ^= u8::try_from(1 + numbers.below(255)).unwrap();
        }
        refused += usize::from(read_into(&draft, &bytes).is_err());
    }
    assert!(refused > 200, "{refused}");
}

/// The checksums of the package would hide most damage from what reads the parts: here the parts are damaged first.
#[test]
fn flipped_bytes_of_the_parts() {
    const BYTES: &[u8] = b"<>/\"'=&;09AZaz \0\xff-";
    let draft = reports::valdoria();
    let whole = Edited::open(&written(&draft));
    let mut numbers = Numbers(2);
    let (mut read, mut refused) = (0, 0);
    for round in 0..400 {
        let mut workbook = whole.clone();
        let part = round % workbook.parts.len();
        let bytes = &mut workbook.parts[part].1;
        for _ in 0..=numbers.below(3) {
            let (at, byte) = (numbers.below(bytes.len()), BYTES[numbers.below(BYTES.len())]);
            bytes[at] = byte;
        }
        match read_into(&draft, &workbook.bytes()) {
            Ok(_) => read += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(read > 0 && refused > 100, "{read} read, {refused} refused");
}

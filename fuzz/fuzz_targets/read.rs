//! Any bytes, to a tree, to mistakes told in both languages.
#![no_main]

use enclair::model::load;
use enclair::source::{Limits, SourceFile, Tree};
use enclair_fuzz::{assert_places, assert_told};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let limits = Limits::default();
    if let Ok((tree, _)) = Tree::parse(&text, &limits) {
        assert_places(&text, &tree.root);
        tree.dropped.iter().for_each(|node| assert_places(&text, node));
    }
    let file = SourceFile::new("fuzz.yaml", text);
    match load(file, &limits) {
        Ok(model) => assert_places(&model.file.text, &model.tree.root),
        Err(mistakes) => assert_told(&mistakes),
    }
});

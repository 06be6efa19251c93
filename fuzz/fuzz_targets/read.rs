//! Any bytes, to a tree, to mistakes told in both languages.
#![no_main]

use enclair::source::{Limits, SourceFile, Sources, Tree};
use enclair_fuzz::{assert_places, assert_told, loaded};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    if let Ok((tree, _)) = Tree::parse(&text, &Limits::default()) {
        let alone = Sources::from(SourceFile::new("fuzz.yaml", text.clone()));
        assert_places(&alone, &tree.root);
        tree.dropped.iter().for_each(|node| assert_places(&alone, node));
    }
    match loaded(&text) {
        Ok(model) => assert_places(&model.sources, &model.tree.root),
        Err(mistakes) => assert_told(&mistakes),
    }
});

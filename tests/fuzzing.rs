//! The dictionary of the fuzz targets, which holds the words of the language.

use std::collections::BTreeSet;

use enclair::model::schema;
use serde_json::Value;

const DICTIONARY: &str = "fuzz/enclair.dict";

/// Words of YAML and of hidden text that no schema lists.
const OTHERS: [&str; 16] = [
    ": ",
    "- ",
    "{ ",
    " }",
    "[",
    "]",
    "&a ",
    "*a",
    "<<: ",
    "!x ",
    "---\\x0a",
    "\\xe2\\x80\\xae",
    "\\xef\\xbb\\xbf",
    "\\x0a  ",
    "\\x0a    ",
    "2026-01-01",
];

fn words(node: &Value, found: &mut BTreeSet<String>) {
    match node {
        Value::Object(map) => {
            found.extend(node["properties"].as_object().into_iter().flat_map(|names| names.keys().cloned()));
            let constants = node["enum"].as_array().into_iter().flatten().chain(node.get("const"));
            found.extend(constants.filter_map(Value::as_str).map(str::to_owned));
            map.values().for_each(|child| words(child, found));
        }
        Value::Array(list) => list.iter().for_each(|child| words(child, found)),
        _ => {}
    }
}

#[test]
fn the_dictionary_holds_the_words_of_the_schema() {
    let mut found = BTreeSet::new();
    words(&schema(), &mut found);
    let of_schema = found.iter().map(String::as_str);
    let lines: Vec<String> = of_schema.chain(OTHERS).map(|word| format!("\"{word}\"\n")).collect();
    let expected = lines.concat();
    if std::env::var_os("ENCLAIR_UPDATE").is_some() {
        std::fs::write(DICTIONARY, &expected).expect("the dictionary can be written");
    }
    assert!(lines.len() > 120, "{}", lines.len());
    let committed = std::fs::read_to_string(DICTIONARY).unwrap_or_default();
    assert!(committed == expected, "{DICTIONARY} is not up to date: run this test with ENCLAIR_UPDATE=1");
}

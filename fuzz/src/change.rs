//! A model with one thing changed that a person might change: a value moved, removed, repeated, put in
//! the place of another, a name taken for another. What comes out is YAML, and often still a model.

use serde_yaml::Value;

/// Values that may come where another is expected.
const STRANGERS: [&str; 18] = [
    "~",
    "true",
    "0",
    "7",
    "1.5",
    "none",
    "unknown",
    "[]",
    "{}",
    "\"\"",
    "declared",
    "internet",
    "{ in: vm, under: k }",
    "{ scope: request, key: k }",
    "{ scope: file, key: k }",
    "{ level: tested, date: 2026-01-01 }",
    "\"\\u202e\\u0007<b>{{ x }}\"",
    "{ fr: é, en: e }",
];

/// A source of numbers that depends on nothing but its seed.
pub struct Dice(u64);

impl Dice {
    /// Starts from a seed.
    pub fn new(seed: u32) -> Self {
        Self(u64::from(seed) ^ 0x9e37_79b9_7f4a_7c15)
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (sides.max(1) as u64)).unwrap_or(0)
    }
}

/// The text with a few things changed; `None` when it is not YAML.
pub fn changed(text: &str, seed: u32) -> Option<String> {
    let mut dice = Dice::new(seed);
    let mut model: Value = serde_yaml::from_str(text).ok()?;
    for _ in 0..=dice.roll(3) {
        change(&mut model, &mut dice);
    }
    serde_yaml::to_string(&model).ok()
}

fn change(model: &mut Value, dice: &mut Dice) {
    let mut places = Vec::new();
    walk(model, &mut Vec::new(), &mut places);
    let place = places[dice.roll(places.len())].clone();
    let other = at(model, &places[dice.roll(places.len())]).cloned();
    let mut names = Vec::new();
    keys(model, &mut names);
    match dice.roll(6) {
        0 => {
            let stranger = serde_yaml::from_str(STRANGERS[dice.roll(STRANGERS.len())]);
            replace(model, &place, stranger.ok());
        }
        1 => replace(model, &place, other),
        2 => replace(model, &place, names.get(dice.roll(names.len())).cloned().map(Value::String)),
        3 => remove(model, &place),
        4 => repeat(model, &place, dice),
        _ => {
            let list = at(model, &place).cloned().map(|value| Value::Sequence(vec![value]));
            replace(model, &place, list);
        }
    }
}

fn walk(value: &Value, path: &mut Vec<Value>, found: &mut Vec<Vec<Value>>) {
    found.push(path.clone());
    let children: Vec<(Value, &Value)> = match value {
        Value::Mapping(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Sequence(list) => list.iter().enumerate().map(|(at, value)| (Value::from(at), value)).collect(),
        _ => Vec::new(),
    };
    for (step, child) in children {
        path.push(step);
        walk(child, path, found);
        path.pop();
    }
}

fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Mapping(map) => {
            for (key, child) in map {
                found.extend(key.as_str().map(str::to_owned));
                keys(child, found);
            }
        }
        Value::Sequence(list) => list.iter().for_each(|child| keys(child, found)),
        _ => {}
    }
}

fn at<'v>(value: &'v Value, path: &[Value]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Mapping(map) => map.get(step),
        Value::Sequence(list) => list.get(usize::try_from(step.as_u64()?).ok()?),
        _ => None,
    })
}

fn at_mut<'v>(value: &'v mut Value, path: &[Value]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Mapping(map) => map.get_mut(step),
        Value::Sequence(list) => list.get_mut(usize::try_from(step.as_u64()?).ok()?),
        _ => None,
    })
}

fn replace(model: &mut Value, path: &[Value], new: Option<Value>) {
    if let (Some(place), Some(new)) = (at_mut(model, path), new) {
        *place = new;
    }
}

fn remove(model: &mut Value, path: &[Value]) {
    let Some((last, parents)) = path.split_last() else { return };
    match at_mut(model, parents) {
        Some(Value::Mapping(map)) => {
            map.remove(last);
        }
        Some(Value::Sequence(list)) => {
            if let Some(at) = last.as_u64().and_then(|at| usize::try_from(at).ok()).filter(|at| *at < list.len()) {
                list.remove(at);
            }
        }
        _ => {}
    }
}

/// The same entry again, under another name where it has one.
fn repeat(model: &mut Value, path: &[Value], dice: &mut Dice) {
    let Some((last, parents)) = path.split_last() else { return };
    let Some(copy) = at(model, path).cloned() else { return };
    match at_mut(model, parents) {
        Some(Value::Mapping(map)) => {
            let name = format!("{}-{}", last.as_str().unwrap_or("x"), dice.roll(4));
            map.insert(Value::String(name), copy);
        }
        Some(Value::Sequence(list)) => list.push(copy),
        _ => {}
    }
}

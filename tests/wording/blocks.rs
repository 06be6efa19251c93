//! The blocks of text of a page, and the lines of what a terminal shows: what a reader reads as one.

/// What stands where code stood: a word that has no spelling of its own.
pub(super) const CODE: &str = "Code";

/// Elements that part no block.
const INLINE: [&str; 9] = ["a", "b", "i", "em", "strong", "span", "abbr", "tspan", "code"];
/// Elements whose text is not the tool's prose.
const UNSAID: [&str; 3] = ["style", "script", "pre"];

/// A tag, or the text up to the next one.
enum Piece<'p> {
    Tag(&'p str),
    Text(&'p str),
}

fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut all = Vec::new();
    for (at, part) in page.split('<').enumerate() {
        match part.split_once('>').filter(|_| at > 0) {
            Some((tag, text)) => all.extend([Piece::Tag(tag), Piece::Text(text)]),
            None => all.push(Piece::Text(part)),
        }
    }
    all
}

fn name(tag: &str) -> &str {
    tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default()
}

/// What is said in attributes.
fn labels(tag: &str) -> impl Iterator<Item = String> {
    let value = |name: &str| Some(tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?.to_owned());
    ["aria-label", "title", "alt"].into_iter().filter_map(value).map(|text| decoded(&text))
}

/// The texts of a page, block by block; code is a word, and the model's own text is left out.
pub(super) fn of_page(page: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    let mut open: Option<String> = None;
    for piece in pieces(page) {
        match piece {
            Piece::Tag(tag) if open.is_some() && open.as_deref() == tag.strip_prefix('/') => open = None,
            _ if open.is_some() => {}
            Piece::Tag(tag) => {
                blocks.splice(blocks.len() - 1..blocks.len() - 1, labels(tag));
                if UNSAID.contains(&name(tag)) || name(tag) == "code" {
                    open = Some(name(tag).to_owned());
                }
                // The question mark beside a grade is a sign of its own.
                let apart = !INLINE.contains(&name(tag)) || tag.contains("class=\"mark\"");
                match blocks.last_mut() {
                    Some(block) if name(tag) == "code" => block.push_str(CODE),
                    _ if apart => blocks.push(String::new()),
                    _ => {}
                }
            }
            Piece::Text(text) => blocks.last_mut().into_iter().for_each(|block| block.push_str(&decoded(text))),
        }
    }
    let blocks = blocks.iter().map(|block| uncoded(block.trim_matches(['\n', ' '])).replace('\n', " "));
    blocks.filter(|block| !block.is_empty()).collect()
}

/// A text without its references to characters.
fn decoded(text: &str) -> String {
    let known = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    known.iter().fold(text.to_owned(), |text, (code, c)| text.replace(code, c))
}

/// The lines of what a terminal shows, without what sets them in columns.
pub(super) fn of_terminal(text: &str) -> Vec<String> {
    let lines = uncoded(text);
    let parts = lines.lines().flat_map(|line| line.split("  ")).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A text whose code, between backticks, is a word.
pub(super) fn uncoded(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 0 { part } else { CODE }).collect()
}

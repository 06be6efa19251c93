//! What the YAML reader says, in the words of people who write models.

use crate::text::Lang;

/// A sentence of the YAML reader, reworded where it is a common one.
pub(super) fn reworded(said: &str, lang: Lang) -> String {
    if let Some((open, close)) = mismatched(said) {
        return lang.pick(format!("`{open}` est fermé par `{close}`"), format!("`{open}` is closed by `{close}`"));
    }
    let (fr, en) = match said {
        // What starts so is most often a bound on a grade.
        _ if said.starts_with("while scanning a block scalar") || said == "unexpected character: `>'" => (
            "un texte qui commence par `>` s’écrit entre guillemets : \">= tampering\"",
            "text that starts with `>` is written in quotes: \">= tampering\"",
        ),
        _ if said.starts_with("unexpected character") => {
            ("ce caractère ne peut pas s’y trouver", "this character cannot stand there")
        }
        "invalid trailing content after double-quoted scalar"
        | "invalid trailing content after single-quoted scalar" => (
            "du texte suit des guillemets fermés ; un guillemet manque peut-être plus haut",
            "text follows a closing quote; perhaps a quote is missing above",
        ),
        "mapping values are not allowed in this context" => (
            "un « : » n’est pas possible ici ; un texte qui en contient s’écrit entre guillemets",
            "a `:` cannot stand here; text that contains one is written in quotes",
        ),
        "while parsing a flow mapping, did not find expected ',' or '}'" => (
            "`,` ou `}` est attendu ; un texte qui contient l’un d’eux s’écrit entre guillemets",
            "`,` or `}` is expected; text that contains one of them is written in quotes",
        ),
        "while parsing a flow sequence, expected ',' or ']'" => ("`,` ou `]` est attendu", "`,` or `]` is expected"),
        "unclosed bracket '{'" | "unexpected EOF while parsing a flow mapping" => {
            ("une accolade `{` n’est pas fermée", "a brace `{` is not closed")
        }
        "unclosed bracket '['" | "unexpected EOF while parsing a flow sequence" => {
            ("un crochet `[` n’est pas fermé", "a bracket `[` is not closed")
        }
        "misplaced bracket" => ("un crochet ou une accolade en trop", "a bracket or a brace too many"),
        "unclosed quote" => ("des guillemets ne sont pas fermés", "a quote is not closed"),
        "simple key expected ':'" | "simple key expected" => {
            ("un « : » est attendu après la propriété", "a `:` is expected after the property")
        }
        "while parsing a block mapping, did not find expected key" => (
            "une propriété est attendue, au même retrait que les précédentes",
            "a property is expected, indented as those before it",
        ),
        "invalid indentation" | "invalid indentation in flow construct" => {
            ("le retrait de cette ligne ne va pas", "this line is not indented as it should be")
        }
        "block sequence entries are not allowed in this context" | "\"-\" is only valid inside a block" => {
            ("un élément de liste `-` n’est pas possible ici", "a list item `-` cannot stand here")
        }
        "while parsing node, found unknown anchor" => ("cet alias ne renvoie à rien", "this alias refers to nothing"),
        "while parsing a node, did not find expected node content" => ("il manque une valeur", "a value is missing"),
        "while parsing a quoted scalar, found unknown escape character" => (
            "après `\\`, ce caractère n’a pas de sens dans des guillemets doubles",
            "after `\\`, this character has no meaning in double quotes",
        ),
        other => (other, other),
    };
    lang.pick(fr, en).to_owned()
}

/// The two ends of brackets that do not fit.
fn mismatched(said: &str) -> Option<(&str, &str)> {
    let (open, close) = said.strip_prefix("mismatched bracket '")?.split_once("' closed by '")?;
    Some((open, close.strip_suffix('\'')?))
}

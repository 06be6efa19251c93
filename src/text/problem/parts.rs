//! What can be wrong with a model in several files, and with its variants.

use super::Problem;
use crate::text::Lang;

/// A part whose path is not one of the language.
pub(super) fn path(path: &str, lang: Lang) -> String {
    lang.pick(
        format!("`{path}` n’est pas un chemin qu’un modèle puisse inclure"),
        format!("`{path}` is not a path that a model may include"),
    )
}

/// A part that cannot be read.
pub(super) fn unread(path: &str, why: &str, lang: Lang) -> String {
    lang.pick(format!("`{path}` ne peut pas être inclus : {why}"), format!("`{path}` cannot be included: {why}"))
}

/// A part without content.
pub(super) fn empty(path: &str, lang: Lang) -> String {
    lang.pick(format!("`{path}` est vide"), format!("`{path}` is empty"))
}

/// Parts that include each other.
pub(super) fn include_cycle(through: &str, lang: Lang) -> String {
    lang.pick(
        format!("ces fichiers s’incluent en boucle : {through}"),
        format!("these files include each other in a circle: {through}"),
    )
}

/// A section that only the model's own file has.
pub(super) fn not_in_part(key: &str, lang: Lang) -> String {
    lang.pick(
        format!("`{key}` n’a pas sa place dans un fichier inclus"),
        format!("`{key}` does not belong in an included file"),
    )
}

/// Files that are too large together.
pub(super) fn too_large(limit: &str, lang: Lang) -> String {
    lang.pick(
        format!("le modèle et ses fichiers inclus dépassent ensemble {limit} octets"),
        format!("the model and the files it includes are over {limit} bytes together"),
    )
}

/// Too many files.
pub(super) fn too_many_files(limit: usize, lang: Lang) -> String {
    lang.pick(format!("le modèle dépasse {limit} fichiers"), format!("the model has over {limit} files"))
}

/// A property of one section in two files.
pub(super) fn in_two_files(key: &str, lang: Lang) -> String {
    lang.pick(format!("`{key}` est défini dans deux fichiers"), format!("`{key}` is defined in two files"))
}

/// A variant that is not declared.
pub(super) fn no_such_variant(name: &str, lang: Lang) -> String {
    lang.pick(format!("aucune variante ne s’appelle `{name}`"), format!("no variant is called `{name}`"))
}

/// Variants that start from each other.
pub(super) fn variant_cycle(through: &str, lang: Lang) -> String {
    lang.pick(
        format!("ces variantes partent l’une de l’autre en boucle : {through}"),
        format!("these variants start from each other in a circle: {through}"),
    )
}

/// A route that leads to nothing.
pub(super) fn no_such_route(route: &str, lang: Lang) -> String {
    lang.pick(
        format!("rien à retirer : il n’y a pas de `{route}`"),
        format!("nothing to remove: there is no `{route}`"),
    )
}

/// A section that no variant may touch.
pub(super) fn not_in_variant(key: &str, lang: Lang) -> String {
    lang.pick(format!("une variante ne touche pas à `{key}`"), format!("a variant does not touch `{key}`"))
}

/// Too many variants.
pub(super) fn too_many_variants(limit: usize, lang: Lang) -> String {
    lang.pick(format!("le modèle dépasse {limit} variantes"), format!("the model has over {limit} variants"))
}

/// Variants that have too many values together.
pub(super) fn variants_too_large(limit: &str, lang: Lang) -> String {
    lang.pick(
        format!("avec cette variante, le modèle dépasse {limit} valeurs"),
        format!("with this variant, the model has over {limit} values"),
    )
}

/// Something added to what is unknown.
pub(super) const fn added_to_unknown(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "rien ne s’ajoute à ce qui est `unknown`",
        Lang::En => "nothing is added to what is `unknown`",
    }
}

/// An empty map where a variant changes one that is not.
pub(super) const fn changes_nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "vide, cela ne change rien : `change` ne remplace que les propriétés qu’il cite",
        Lang::En => "empty, this changes nothing: `change` replaces only the properties that it names",
    }
}

/// A bound that every grade meets, or none.
pub(super) fn idle_bound(bound: &str, lang: Lang) -> String {
    lang.pick(
        format!("`{bound}` ne dépend pas de la réponse : cette attente ne vérifie rien"),
        format!("`{bound}` does not depend on the answer: this expectation checks nothing"),
    )
}

/// What to do about it, where that does not depend on what was written.
pub(super) const fn advice(problem: &Problem) -> Option<(&'static str, &'static str)> {
    Some(match problem {
        Problem::PartPath { .. } => (
            "un chemin relatif à ce fichier, avec des `/`, et qui finit par `.yaml` ou `.yml`",
            "a path relative to this file, with `/`, that ends in `.yaml` or `.yml`",
        ),
        Problem::PartEmpty { .. } => {
            ("y écrire une section, ou ne pas l’inclure", "write a section in it, or do not include it")
        }
        Problem::NotInPart { .. } => (
            "`enclair`, `system` et `about` ne sont que dans le fichier du modèle, celui qui inclut les autres",
            "`enclair`, `system` and `about` are in the model’s own file only, the one that includes the others",
        ),
        Problem::InTwoFiles { .. } => ("ne le garder que dans l’un des deux", "keep it in one of the two"),
        Problem::NotInVariant { .. } => (
            "ni `enclair`, ni `include`, ni `variants` ; ce qu’une variante attend et accepte est dans ses propres `expect` et `accept`",
            "neither `enclair`, `include` nor `variants`; what a variant expects and accepts is in its own `expect` and `accept`",
        ),
        Problem::IdleBound { .. } => (
            "du plus facile au plus difficile : `design`, `privilege`, `tampering`, `breach`, `none`",
            "from the easiest to the hardest: `design`, `privilege`, `tampering`, `breach`, `none`",
        ),
        Problem::AddedToUnknown => {
            ("dire dans `change` tout ce que la variante a ici", "say in `change` all that the variant has here")
        }
        Problem::ChangesNothing => (
            "retirer par `remove` ce que la variante n’a plus",
            "take away with `remove` what the variant no longer has",
        ),
        _ => return None,
    })
}

/// The words beside the place in a variant that makes a mistake elsewhere.
pub fn in_variant(name: &str, lang: Lang) -> String {
    lang.pick(format!("dans la variante `{name}`"), format!("in the variant `{name}`"))
}

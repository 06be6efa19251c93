//! Words around the story of a model.

use super::Lang;

fixed! {
    /// Title of the story.
    title => "De quoi il s’agit", "What it is";
    /// Before what is to be learnt.
    lesson => "À retenir", "The lesson";
    /// Title of the sources.
    sources => "Sources", "Sources";
    /// The description rests on what was published.
    public_sources => "d’après des sources publiques, sans confirmation de l’entreprise", "from public sources, not confirmed by the company";
    /// The system is invented.
    example => "système imaginaire", "invented system";
}

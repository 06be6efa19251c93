//! What a model says nothing of: questions too, that bear on no computed answer.

use super::Context;
use super::questions::{Question, asked_of};
use crate::source::Route;
use crate::text::audit::Assumption;
use crate::text::silence::Topic;
use crate::text::{Both, Lang};

/// A question for each topic that makes sense for the system, and of which the model says nothing.
pub(super) fn silences(context: &Context) -> Vec<Question> {
    Topic::ALL.into_iter().flat_map(|topic| of(context, topic)).collect()
}

fn of(context: &Context, topic: Topic) -> Vec<Question> {
    let model = &context.model.architecture;
    let denied = context.model.statements.has_no.iter().any(|absent| absent.topic() == topic);
    if denied || !model.concerns(topic) || model.speaks_of(topic) {
        return Vec::new();
    }
    let sites: Vec<(Option<String>, Route)> = match topic {
        Topic::SignIn => unsaid_accounts(context),
        Topic::CodeSupply => {
            let place = |name: &String| Route::root("backend").key(name).key("code_from");
            model.without_supplier().map(|name| (Some(name.clone()), place(name))).collect()
        }
        _ => vec![(None, Route::root(section(topic)))],
    };
    sites.into_iter().map(|(about, route)| question(context, topic, about.as_deref(), &route)).collect()
}

/// The people whose account is only assumed.
fn unsaid_accounts(context: &Context) -> Vec<(Option<String>, Route)> {
    let assumed = context.worst.lowered.assumptions.iter().filter(|one| one.assumption == Assumption::OnePassword);
    let people = assumed.flat_map(|one| one.about.iter());
    people.map(|name| (Some(name.clone()), Route::root("accounts").key(name))).collect()
}

/// Where the model stands nearest to what it does not say.
fn place(context: &Context, topic: Topic, about: Option<&str>, route: &Route) -> Route {
    match (topic, about) {
        (Topic::SignIn, Some(people)) => Route::root("people").key(people),
        (Topic::Recovery, _) if !context.model.architecture.end_to_end.is_empty() => Route::root("end_to_end"),
        (Topic::Backups, _) => Route::root("storage"),
        _ => route.clone(),
    }
}

/// Where such a thing is declared.
const fn section(topic: Topic) -> &'static str {
    match topic {
        Topic::Backups => "backups",
        Topic::Support => "admins",
        Topic::SignIn => "accounts",
        Topic::Recovery => "keys",
        Topic::DeviceManagement => "clients",
        Topic::Logs
        | Topic::ErrorTracking
        | Topic::Analytics
        | Topic::Push
        | Topic::Notifications
        | Topic::CodeSupply
        | Topic::Staging
        | Topic::Exports
        | Topic::Cdn => "backend",
    }
}

fn question(context: &Context, topic: Topic, about: Option<&str>, route: &Route) -> Question {
    let label = |lang: Lang| about.map_or_else(String::new, |name| context.labels.get(name, lang));
    let answers = |lang: Lang| topic.answers(lang);
    let both = |get: &dyn Fn(Lang) -> String| Both { fr: get(Lang::Fr), en: get(Lang::En) };
    let to = asked_of(context, route);
    Question {
        text: both(&|lang| topic.question(&label(lang), lang)),
        answers: (both(&|lang| answers(lang).0.to_owned()), both(&|lang| answers(lang).1.to_owned())),
        property: route.to_string(),
        position: context.model.position(&place(context, topic, about, route)),
        decides: 0,
        topic: Some(topic),
        about: about.map(|name| context.labels.both(name)),
        asked: context.labels.both(&to),
        to,
        data: Vec::new(),
    }
}

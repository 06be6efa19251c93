//! What the graph of an architecture shows: choke points, and data that does not reach its readers.

use enclair::graph::{Graph, Unreached};
use enclair::model::{Model, load};
use enclair::source::{Limits, SourceFile, Style};
use enclair::text::Lang;

fn model(text: &str) -> Model {
    let loaded = load(SourceFile::new("model.yaml", text.to_owned()), &Limits::default());
    loaded.unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, Style::Plain)))
}

fn teleconsultation() -> String {
    std::fs::read_to_string("models/teleconsultation.yaml").expect("the model")
}

#[test]
fn every_path_of_the_video_crosses_the_relay() {
    let model = model(&teleconsultation());
    let graph = Graph::new(&model.architecture);
    assert_eq!(graph.choke_points("video"), ["video-relay"]);
    assert_eq!(graph.choke_points("medical-record"), ["cdn", "api"]);
    // Notifications reach the patient's application without the CDN, but every other end is behind it.
    assert_eq!(graph.choke_points("message"), ["cdn", "api"]);
    let direct = teleconsultation().replace("from: doctor-web, to: api, via: cdn", "from: doctor-web, to: api");
    let direct = direct.replace("from: patient-mobile, to: api, via: cdn", "from: patient-mobile, to: api");
    let direct = self::model(&direct);
    // Two ends that speak to the API directly need no CDN between them.
    assert_eq!(Graph::new(&direct.architecture).choke_points("document"), ["api"]);
}

#[test]
fn a_second_way_is_no_choke_point() {
    let by_another = teleconsultation().replace(
        "links:\n",
        "links:\n  - { from: patient-web, to: worker, tls: \"1.3\", carries: video }\n  \
         - { from: patient-mobile, to: worker, tls: \"1.3\", carries: video }\n  \
         - { from: doctor-web, to: worker, tls: \"1.3\", carries: video }\n",
    );
    let model = model(&by_another);
    assert!(Graph::new(&model.architecture).choke_points("video").is_empty());
}

#[test]
fn data_that_no_link_brings_to_its_reader_is_told() {
    let complete = model(&teleconsultation());
    assert_eq!(Graph::new(&complete.architecture).unreached(), []);
    let cut = teleconsultation()
        .replace("  - { from: doctor-web, to: video-relay, tls: \"1.2\", carries: video }\n", "")
        .replace("between: [patient-web, patient-mobile, doctor-web]", "between: [patient-web, patient-mobile]");
    let model = model(&cut);
    let expected = Unreached { data: "video".into(), reader: "doctor".into() };
    assert_eq!(Graph::new(&model.architecture).unreached(), [expected]);
}

#[test]
fn data_may_reach_its_reader_through_a_storage_that_any_service_may_use() {
    let text = "enclair: 1
system: { name: Ward, vendor: acme }
organisations: { acme: { country: FR, owned_by: none } }
people: { doctor: {}, nurse: {} }
data: { note: { kind: health, readers: doctor } }
clients:
  desk: { used_by: nurse, kind: desktop, code_from: api }
  pad: { used_by: nurse, kind: desktop, code_from: api }
backend: { api: { operator: acme }, other: { operator: acme } }
storage: { db: { operator: acme, holds: note, used_by: unknown, at_rest: none } }
links:
  - { from: desk, to: api, tls: \"1.3\", carries: note }
  - { from: pad, to: other, tls: \"1.3\", carries: note }
admins: {}
";
    // The only way from the desk to the pad is through the database, which any service may use.
    let (text, known) = (text, text.replace("used_by: unknown", "used_by: none"));
    assert_eq!(Graph::new(&model(text).architecture).choke_points("note"), ["api", "other", "db"]);
    assert!(Graph::new(&model(&known).architecture).choke_points("note").is_empty());
}

#[test]
fn what_may_carry_data_is_a_way_around_and_not_an_exchange() {
    let text = |carries: &str| {
        format!(
            "enclair: 1
system: {{ name: Ward, vendor: acme }}
organisations: {{ acme: {{ country: FR, owned_by: none }} }}
people: {{ doctor: {{}}, nurse: {{}}, admin: {{}} }}
data: {{ note: {{ kind: health, readers: [doctor, nurse, admin] }} }}
clients:
  desk: {{ used_by: nurse, kind: desktop, code_from: api }}
  pad: {{ used_by: doctor, kind: desktop, code_from: api }}
  safe: {{ used_by: admin, kind: desktop, code_from: api, keeps: note }}
backend: {{ api: {{ operator: acme }}, errors: {{ operator: acme }}, gate: {{ operator: acme }} }}
storage: {{}}
links:
  - {{ from: desk, to: api, tls: \"1.3\", carries: note }}
  - {{ from: api, to: gate, tls: \"1.3\", carries: note }}
  - {{ from: pad, to: gate, tls: \"1.3\", carries: note }}
  - {{ from: api, to: errors, tls: \"1.3\", carries: {carries} }}
  - {{ from: gate, to: errors, tls: \"1.3\", carries: {carries} }}
admins: {{}}
"
        )
    };
    for carries in ["unknown", "[]"] {
        let model = model(&text(carries));
        let graph = Graph::new(&model.architecture);
        assert_eq!(graph.choke_points("note"), ["api", "gate"], "{carries}");
        assert!(graph.unreached().is_empty(), "{carries}: the safe keeps it");
    }
}

//! From models to answers: lessons paid for, each a pair of models that differ in one thing; and what
//! no change of a model's writing may change.

#[path = "support/bench.rs"]
mod bench;
#[path = "lowering/changes.rs"]
mod changes;
#[path = "lowering/lessons.rs"]
mod lessons;
#[path = "lowering/writing.rs"]
mod writing;

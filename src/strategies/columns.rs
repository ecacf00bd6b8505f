//! Registers in columns.

use crate::columns::register_rows::RegisterRows;
use crate::strategies::life::{Life, decided_lives, lawful_lives, lives};
use alloc::vec::Vec;
use proptest::prelude::*;

/// A register twice over: as it is opened one by one, and in columns.
#[derive(Clone, Debug)]
pub struct RegisterInColumns {
    /// The certificates, all under the law of the first.
    pub lives: Vec<Life>,
    /// The same gathered, in the same order.
    pub rows: RegisterRows,
}

/// Registers of one to five certificates, both as they are opened one by one and in columns. The first is lawful; the others
/// are lawful under a law of their own, or were decided without their conditions, or have strangers put in.
///
/// For whatever lends columns, or reads them: each certificate answers in columns as it does by itself, and one that cannot
/// be read harms no other. However it is shrunk, both stay the same register.
pub fn registers_in_columns() -> impl Strategy<Value = RegisterInColumns> {
    let others = prop_oneof![2 => lawful_lives().boxed(), 1 => decided_lives().boxed(), 1 => lives().boxed()];
    let lives = (lawful_lives(), proptest::collection::vec(others, 0..5)).prop_map(|(first, others)| {
        let law = first.law.clone();
        let others = others.into_iter().map(|life| Life { law: law.clone(), ..life });
        core::iter::once(first).chain(others).collect::<Vec<_>>()
    });
    lives.prop_filter_map("more than offsets tell apart", |lives| {
        let mut rows = RegisterRows::default();
        lives.iter().try_for_each(|life| rows.push(&life.history, &life.ledger)).ok()?;
        Some(RegisterInColumns { lives, rows })
    })
}

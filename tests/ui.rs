//! What must not compile: a wrong move, a state used twice, a state or a proof made by hand.

#[test]
fn wrong_moves_do_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}

//! stub replaced by merge
macro_rules! stub { ($($v:ident = $c:literal),+ $(,)?) => {
    /// Clause.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[expect(missing_docs, reason="stub")]
    pub enum Clause { $($v),+ }
    impl Clause {
        /// Citation.
        #[must_use] pub const fn citation(self) -> &'static str { match self { $(Self::$v => $c),+ } }
    }
}}
stub! { N47_0="47.0", N47_2="47.2", N47_3="47.3", N47_4="47.4", N47_4_1="47.4.1", N47_4_2="47.4.2", N47_4_3="47.4.3", N47_4_4="47.4.4", N47_5="47.5", N47_6="47.6", N47_7="47.7",
N47_8="47.8", N47_8_1="47.8.1", N47_8_2="47.8.2", N47_8_3="47.8.3", N47_8_4="47.8.4", N47_10="47.10", N47_10_1="47.10.1", N47_10_2="47.10.2", N47_10_3="47.10.3",N47_10_4="47.10.4",N47_10_5="47.10.5",
N47_11="47.11", N47_12="47.12", N47_13="47.13", N47_14="47.14", N48_4="48.4", N48_5="48.5", N48_6="48.6", N48_6_1="48.6.1", N48_6_2="48.6.2",N48_6_3="48.6.3",N48_6_4="48.6.4",N48_8="48.8",N48_8_1="48.8.1",N48_8_2="48.8.2",N48_8_3="48.8.3",N48_8_4="48.8.4", N48_9="48.9", N48_12="48.12" }
impl core::fmt::Display for Clause {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.citation())
    }
}
#[cfg(feature = "serde")]
impl serde::Serialize for Clause {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.citation())
    }
}

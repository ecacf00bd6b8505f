//! The notices, article by article: the official words, and what they come to on either side of every boundary.
#![expect(clippy::std_instead_of_alloc, reason = "a test has the standard library")]

#[cfg(test)]
mod a47_00_scope;
#[cfg(test)]
mod a47_02_agencies;
#[cfg(test)]
mod a47_03_filing;
#[cfg(test)]
mod a47_03_lapse;
#[cfg(test)]
mod a47_03_term;
#[cfg(test)]
mod a47_04_conditions;
#[cfg(test)]
mod a47_05_06_papers;
#[cfg(test)]
mod a47_07_review;
#[cfg(test)]
mod a47_08_deferral;
#[cfg(test)]
mod a47_10_revocation;
#[cfg(test)]
mod a47_11_appeal;
#[cfg(test)]
mod a47_11_publication;
#[cfg(test)]
mod a48_02_content;
#[cfg(test)]
mod a48_04_hours;
#[cfg(test)]
mod a48_05_modes;
#[cfg(test)]
mod a48_06_extension;
#[cfg(test)]
mod counting_days;
#[cfg(test)]
mod decided_points;
#[cfg(test)]
mod fault_table;
#[cfg(test)]
mod readings;
#[cfg(test)]
mod register;
#[cfg(test)]
mod repeal;
#[cfg(test)]
mod support;
#[cfg(test)]
mod typestate;
#[cfg(test)]
mod typestate_refused;

//! Identity: numbers, provinces, the catalogue, names, and how each is written and read.

#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod citizen_number;
#[cfg(test)]
mod compact;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod province;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod wire;

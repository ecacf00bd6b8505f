//! What the two notices say, as data: clauses, parameters, readings.

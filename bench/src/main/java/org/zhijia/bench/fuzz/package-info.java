/// Fuzzing: inputs that nobody meant, for every reader of the ballot library and for the whole
/// verifier, until one breaks something or the time is up.
///
/// Responsible for making such inputs, for noticing what is new about them, and for telling what
/// was found. Refuses to know what the library's documents mean beyond what is needed to break
/// them in the right place (`docs/fuzzing.md`).
@NullMarked
package org.zhijia.bench.fuzz;

import org.jspecify.annotations.NullMarked;

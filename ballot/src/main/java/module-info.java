import org.jspecify.annotations.NullMarked;

/// Verifiable secret ballots: makes and checks elections that speak Belenios "election version 1".
///
/// Pure Java; the one dependency reads JSON. It knows nothing of unions, congresses, files' places
/// or screens: those who run an election and those who doubt it use the same code.
@NullMarked
module org.zhijia.ballot {
  requires static org.jspecify;
  requires tools.jackson.core;

  exports org.zhijia.ballot.archive;
  exports org.zhijia.ballot.audit;
  exports org.zhijia.ballot.belenios.v1;
  exports org.zhijia.ballot.group;
  exports org.zhijia.ballot.json;
  exports org.zhijia.ballot.proof;
  exports org.zhijia.ballot.shuffle;
  exports org.zhijia.ballot.slate;
  exports org.zhijia.ballot.trustee;
}

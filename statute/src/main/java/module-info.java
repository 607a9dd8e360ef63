import org.jspecify.annotations.NullMarked;

/// The rules of the land, as code over dated and cited data.
///
/// Pure Java; the one dependency reads YAML. It knows neither server nor database, so that a
/// sceptic's program re-runs every decision that the server took.
@NullMarked
module org.zhijia.statute {
  requires static org.jspecify;
  requires org.snakeyaml.engine;

  exports org.zhijia.statute;
  exports org.zhijia.statute.codes;
  exports org.zhijia.statute.election;
  exports org.zhijia.statute.funds;
  exports org.zhijia.statute.organisation;
  exports org.zhijia.statute.rulebook;
}

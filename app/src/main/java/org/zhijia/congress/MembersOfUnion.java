package org.zhijia.congress;

import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.zhijia.election.Constituency;

/// How many members a congress stands for: those of its electing units, or all who are due where
/// the members meet themselves.
@Component
class MembersOfUnion implements Constituency {
  private final CongressStore congresses;
  private final DelegateStore delegates;

  MembersOfUnion(CongressStore congresses, DelegateStore delegates) {
    this.congresses = congresses;
    this.delegates = delegates;
  }

  @Override
  public OptionalInt members(long assembly) {
    return congresses
        .ofAssembly(assembly)
        .map(congress -> OptionalInt.of(of(congress, delegates)))
        .orElse(OptionalInt.empty());
  }

  /// 0 where the congress does not know.
  static int of(Congress congress, DelegateStore delegates) {
    return congress.kind() == CongressKind.MEMBERS
        ? congress.dueTarget()
        : delegates.units(congress.id()).stream().mapToInt(Unit::members).sum();
  }
}

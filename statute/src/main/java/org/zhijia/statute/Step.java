package org.zhijia.statute;

/// One row of a table in which a size grows: from so many people on there are `base` seats, and
/// `add` more for every full `per` people over `over`.
public record Step(long from, long base, long add, long per, long over) {

  public long sizeFor(long people) {
    return base + (add == 0 ? 0 : add * ((people - over) / per));
  }
}

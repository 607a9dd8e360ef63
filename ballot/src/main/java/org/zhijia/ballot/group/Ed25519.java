package org.zhijia.ballot.group;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The prime-order subgroup of the twisted Edwards curve −x² + y² = 1 + d·x²·y² over the integers
/// mod 2^255 − 19, of order q = 2^252 + 27742317777372353535851937790883648493, with the base point
/// of RFC 8032 as its generator.
///
/// The curve has 8q points. Every door into this group checks q·P = neutral, so that no component
/// of order 2, 4 or 8 gets in; and it takes exactly one text for each element.
///
/// ```java
/// Group group = Ed25519.group();
/// Scalar key = group.randomScalar(Randomness.secure());
/// Element publicKey = group.generatorPower(key);
/// ```
public final class Ed25519 implements Group {

  private static final Ed25519 GROUP = new Ed25519();

  /// y = 4/5 and x even.
  private static final String GENERATOR =
      "6666666666666666666666666666666666666666666666666666666666666658";

  private static final int RANDOM_BYTES = 64;

  private final EdwardsElement generator;

  private Ed25519() {
    long[] addend = new long[Edwards.ADDEND];
    EdwardsText.decode(addend, 0, GENERATOR);
    generator = new EdwardsElement(addend);
  }

  public static Ed25519 group() {
    return GROUP;
  }

  /// Laid out when first asked for: those who only verify do without.
  private static final class GeneratorTable {

    static final SecretTable TABLE = new SecretTable(GROUP.generator);
  }

  @Override
  public String name() {
    return "Ed25519";
  }

  @Override
  public Element generator() {
    return generator;
  }

  @Override
  public Element neutral() {
    return EdwardsElement.NEUTRAL;
  }

  @Override
  public Optional<Element> element(String text) {
    return vartimeProducts().base(text).map(VartimeBase::element);
  }

  @Override
  public Optional<Scalar> scalar(String decimal) {
    return Optional.ofNullable(ScalarModQ.parse(decimal));
  }

  @Override
  public Scalar scalar(long value) {
    return ScalarModQ.of(value);
  }

  @Override
  public Scalar scalarModulo(byte[] bigEndian) {
    return ScalarModQ.modulo(bigEndian);
  }

  @Override
  public Scalar randomScalar(Randomness randomness) {
    byte[] bytes = new byte[RANDOM_BYTES];
    randomness.fill(bytes);
    Scalar scalar = ScalarModQ.modulo(bytes);
    Arrays.fill(bytes, (byte) 0);
    return scalar;
  }

  @Override
  public Element generatorPower(Scalar exponent) {
    return GeneratorTable.TABLE.power(exponent);
  }

  @Override
  public FixedBase fixedBase(Element base) {
    return base.equals(generator) ? GeneratorTable.TABLE : new SecretTable(EdwardsElement.of(base));
  }

  @Override
  public List<String> encode(List<Element> elements) {
    EdwardsElement[] unknown =
        elements.stream()
            .map(EdwardsElement::of)
            .filter(e -> e.remembered() == null)
            .toArray(EdwardsElement[]::new);
    long[] addends = new long[unknown.length * Edwards.ADDEND];
    for (int i = 0; i < unknown.length; i++) {
      System.arraycopy(unknown[i].addend(), 0, addends, i * Edwards.ADDEND, Edwards.ADDEND);
    }
    String[] texts = EdwardsText.encodeAll(addends, 0, Edwards.ADDEND, unknown.length);
    for (int i = 0; i < unknown.length; i++) {
      unknown[i].remember(texts[i]);
    }
    return elements.stream().map(Element::encoding).toList();
  }

  @Override
  public VartimeBase vartimeBase(Element element) {
    return new VartimeChain(EdwardsElement.of(element));
  }

  @Override
  public VartimeBase vartimeWideBase(Element element) {
    return new VartimeTable(EdwardsElement.of(element));
  }

  @Override
  public VartimeProducts vartimeProducts() {
    return new VartimeProductList();
  }

  @Override
  public Optional<Hints> hints() {
    return Optional.of(EdwardsHints.HINTS);
  }
}

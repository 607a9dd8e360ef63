package org.zhijia.ballot.group;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The subgroup of prime order q of the integers mod a prime p: the groups in which Belenios began,
/// and in which belenios-tool 2.0 checks an archive whole.
///
/// An element is written as a decimal number 0 < x < p without leading zero and is a member if
/// x^q = 1; a scalar as a decimal number below q, which for RFC-3526-2048 has 617 digits. The
/// limits of [Ed25519] hold for nothing here.
///
/// What is constant time is what [Group] says: the plain names, by fixed windows and whole-table
/// scans over [Modulus], which knows no BigInteger; a timing test finds no gross leak. They are for
/// interoperation all the same: a ballot takes several times as long as in Ed25519, in
/// RFC-3526-2048 tens of times, and Zhijia's own booth encrypts in Ed25519 only.
///
/// ```java
/// Group group = FiniteField.belenios2048();
/// Element publicKey = group.generatorPower(group.randomScalar(Randomness.secure()));
/// ```
///
/// Source: Belenios specification 3.1, section 5.1; RFC 3526, section 3.
public final class FiniteField implements Group {

  /// Random bits beyond the length of q, so that reducing them leaves no bias to see.
  private static final int EXTRA_BITS = 256;

  /// What the protocol derives scalars from: up to two SHA-256.
  private static final int MAX_BYTES = 64;

  private final String name;
  private final Modulus field;
  private final Modulus order;
  private final long[] one;
  private final ResidueElement generator;
  private final ResidueElement neutral;
  private final ResidueScalar minusOne;

  /// Laid out when first asked for: those who only verify do without.
  private volatile @Nullable SecretResidueTable generatorTable;

  private FiniteField(String name, String p, String q, String g) {
    this.name = name;
    this.field = new Modulus(p);
    this.order = new Modulus(q);
    this.one = field.canonical(field.intoMontgomery(field.small(1)));
    this.neutral = new ResidueElement(this, one);
    this.generator = residue(g).orElseThrow();
    this.minusOne = new ResidueScalar(order, order.small(-1));
  }

  private static final class Belenios {
    static final FiniteField GROUP =
        new FiniteField(
            "BELENIOS-2048",
            "20694785691422546"
                + "401013643657505008064922989295751104097100884787057374219242"
                + "717401922237254497684338129066633138078958404960054389636289"
                + "796393038773905722803605973749427671376777618898589872735865"
                + "049081167099310535867780980030790491654063777173764198678527"
                + "273474476341835600035698305193144284561701911000786737307333"
                + "564123971732897913240474578834468260652327974647951137672658"
                + "693582180046317922073668860052627186363386088796882120769432"
                + "366149491002923444346373222145884100586421050242120365433561"
                + "201320481118852408731077014151666200162313177169372189248078"
                + "507711827842317498073276598828825169183103125680162072880719",
            "78571733251071885" + "079927659812671450121821421258408794611510081919805623223441",
            "2402352677501852"
                + "209227687703532399932712287657378364916510075318787663274146"
                + "353219320285676155269678799694668298749389095083896573425601"
                + "900601068477164491735474137283104610458681314511781646755400"
                + "527402889846139864532661215055797097162016168270312886432456"
                + "663834863635782106154918419982534315189740658186868651151358"
                + "576410138882215396016043228843603930989333662772848406593138"
                + "406010231675095763777982665103606822406635076697764025346253"
                + "773085133173495194248967754052573659049492477631475991575198"
                + "775177711481490920456600205478127054728238140972518639858334"
                + "115700568353695553423781475582491896050296680037745308460627");
  }

  private static final class Rfc3526 {
    static final FiniteField GROUP =
        new FiniteField(
            "RFC-3526-2048",
            "32317006071311007"
                + "300338913926423828248817941241140239112842009751400741706634"
                + "354222619689417363569347117901737909704191754605873209195028"
                + "853758986185622153212175412514901774520270235796078236248884"
                + "246189477587641105928646099411723245426622522193230540919037"
                + "680524235519125679715870117001058055877651038861847280257976"
                + "054903569732561526167081339361799541336476559160368317896729"
                + "073178384589680639671900977202194168647225871031411336429319"
                + "536193471636533209717077448227988588565369208645296636077250"
                + "268955505928362751121174096972998068410554359584866583291642"
                + "136218231078990999448652468262416972035911852507045361090559",
            "16158503035655503"
                + "650169456963211914124408970620570119556421004875700370853317"
                + "177111309844708681784673558950868954852095877302936604597514"
                + "426879493092811076606087706257450887260135117898039118124442"
                + "123094738793820552964323049705861622713311261096615270459518"
                + "840262117759562839857935058500529027938825519430923640128988"
                + "027451784866280763083540669680899770668238279580184158948364"
                + "536589192294840319835950488601097084323612935515705668214659"
                + "768096735818266604858538724113994294282684604322648318038625"
                + "134477752964181375560587048486499034205277179792433291645821"
                + "068109115539495499724326234131208486017955926253522680545279",
            "2");
  }

  /// p of 2048 bits, q of 256: for homomorphic questions.
  public static FiniteField belenios2048() {
    return Belenios.GROUP;
  }

  /// p of 2048 bits, q = (p − 1)/2, g = 2.
  public static FiniteField rfc3526() {
    return Rfc3526.GROUP;
  }

  // --- for the package -------------------------------------------------------------------------

  Modulus field() {
    return field;
  }

  Modulus order() {
    return order;
  }

  /// 1 in Montgomery's form; not to be written to.
  long[] one() {
    return one;
  }

  ResidueScalar minusOne() {
    return minusOne;
  }

  ResidueScalar ours(Scalar scalar) {
    return ResidueScalar.of(order, scalar);
  }

  String encode(long[] montgomery) {
    return field.print(field.outOfMontgomery(montgomery));
  }

  /// Reads 0 < x < p; whether it is a member is still to be checked.
  Optional<ResidueElement> residue(String text) {
    long[] limbs = field.parse(text);
    return limbs == null || Modulus.areEqual(limbs, field.zero())
        ? Optional.empty()
        : Optional.of(new ResidueElement(this, field.intoMontgomery(limbs)));
  }

  // --- Group -----------------------------------------------------------------------------------

  @Override
  public String name() {
    return name;
  }

  @Override
  public Element generator() {
    return generator;
  }

  @Override
  public Element neutral() {
    return neutral;
  }

  @Override
  public Optional<Element> element(String text) {
    return vartimeProducts().base(text).map(VartimeBase::element);
  }

  @Override
  public Optional<Scalar> scalar(String decimal) {
    long[] limbs = order.parse(decimal);
    return limbs == null ? Optional.empty() : Optional.of(new ResidueScalar(order, limbs));
  }

  @Override
  public Scalar scalar(long value) {
    return new ResidueScalar(order, order.small(value));
  }

  @Override
  public Scalar scalarModulo(byte[] bigEndian) {
    if (bigEndian.length > MAX_BYTES) {
      throw new IllegalArgumentException("more than 64 bytes");
    }
    return new ResidueScalar(order, order.modulo(bigEndian));
  }

  @Override
  public Scalar randomScalar(Randomness randomness) {
    byte[] bytes = new byte[Math.ceilDiv(order.bitLength() + EXTRA_BITS, 8)];
    randomness.fill(bytes);
    Scalar scalar = new ResidueScalar(order, order.modulo(bytes));
    Arrays.fill(bytes, (byte) 0);
    return scalar;
  }

  @Override
  public Element generatorPower(Scalar exponent) {
    return generatorTable().power(exponent);
  }

  @Override
  public FixedBase fixedBase(Element base) {
    return base.equals(generator)
        ? generatorTable()
        : new SecretResidueTable(this, ResidueElement.of(this, base));
  }

  private SecretResidueTable generatorTable() {
    SecretResidueTable table = generatorTable;
    if (table == null) {
      table = new SecretResidueTable(this, generator);
      generatorTable = table;
    }
    return table;
  }

  @Override
  public List<String> encode(List<Element> elements) {
    return elements.stream().map(Element::encoding).toList();
  }

  @Override
  public VartimeBase vartimeBase(Element element) {
    return new VartimeResidueChain(this, ResidueElement.of(this, element));
  }

  @Override
  public VartimeBase vartimeWideBase(Element element) {
    return new VartimeResidueTable(this, ResidueElement.of(this, element));
  }

  @Override
  public VartimeProducts vartimeProducts() {
    return new VartimeResidueProducts(this);
  }

  /// No hints: a hinted member would still have to be raised to q.
  @Override
  public Optional<Hints> hints() {
    return Optional.empty();
  }
}

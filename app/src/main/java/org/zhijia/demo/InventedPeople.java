package org.zhijia.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.zhijia.registry.Sensitive;
import org.zhijia.registry.Sensitive.Field;
import org.zhijia.statute.codes.IdentityNumber;

/// People who do not exist, the same ones at every first start. Their identity numbers have the
/// right form and lie in a region that there is not.
final class InventedPeople {
  private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
  private static final String MALE = "伟强磊军洋勇杰涛斌辉鹏华飞刚明建志文海波宁浩然博宇轩泽昊";
  private static final String FEMALE = "芳娜敏静丽艳娟霞秀兰玲燕萍红梅莉洁倩雪琳颖欣怡佳慧婷雅晴";
  private static final String ETHNICITIES = "汉汉汉汉汉汉汉汉汉汉汉回回满蒙";

  private final Random random;
  private int made;

  /// @param first how many were made elsewhere; two who are told apart by it have no identity
  ///     number in common
  InventedPeople(int first) {
    random = new Random(20190423L + first);
    made = first;
  }

  /// Somebody of working age.
  record Person(String name, boolean female, Sensitive sensitive, LocalDate born) {}

  Person next() {
    boolean female = random.nextInt(100) < 43;
    LocalDate born = LocalDate.of(1967, 1, 1).plusDays(random.nextInt(38 * 365));
    String given = female ? FEMALE : MALE;
    String name = letter(FAMILY) + letter(given) + (random.nextInt(10) < 7 ? letter(given) : "");
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.put(Field.ID_NUMBER, identity(born, female));
    fields.put(Field.BIRTH, born.toString());
    fields.put(Field.PHONE, "1990000%04d".formatted(made % 10_000));
    fields.put(Field.ETHNICITY, letter(ETHNICITIES) + "族");
    fields.put(Field.POLITICAL_STATUS, random.nextInt(10) < 3 ? "中共党员" : "群众");
    made++;
    return new Person(name, female, new Sensitive(fields), born);
  }

  /// Within the last years, after somebody's twentieth birthday.
  LocalDate joined(Person person, LocalDate today) {
    LocalDate first = person.born().plusYears(20);
    int days = (int) Math.max(1, today.toEpochDay() - first.toEpochDay());
    return today.minusDays(random.nextInt(Math.min(days, 15 * 365)));
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private String identity(LocalDate born, boolean female) {
    int sequence = made * 2 % 1_000 / 2 * 2 + (female ? 0 : 1);
    String body = "4199%02d%tY%<tm%<td%03d".formatted(made / 500 % 100, born, sequence);
    return IdentityNumber.completed(body).digits();
  }

  private String letter(String from) {
    int at = random.nextInt(from.length());
    return from.substring(at, at + 1);
  }
}

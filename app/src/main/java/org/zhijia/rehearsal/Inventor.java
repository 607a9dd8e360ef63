package org.zhijia.rehearsal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// People, lists and choices that do not exist, the same for the same seed. Keys and proofs never
/// come from here.
final class Inventor {
  private static final String SURNAMES = "安白柏丁杜方冯葛何江孔林陆孟宁潘秦任沈苏陶万魏夏谢叶余章郑庄";
  private static final String MALE = "安晨达恩帆歌坤澜明宁沛青然森桐维晓远云泽振伟强磊勇杰涛斌辉鹏";
  private static final String FEMALE = "芳娜敏静丽艳娟霞秀兰玲燕萍红梅莉洁倩雪琳颖欣怡佳慧婷雅晴";
  private static final List<String> UNITS =
      List.of(
          "望江街道总工会", "青石街道总工会", "桂花街道总工会", "东湖街道总工会", "翠屏街道总工会", "新河街道总工会", "古槐街道总工会", "凤鸣街道总工会",
          "经济开发区工会", "区教育工会", "区卫生工会");

  private final Random random;
  private final Set<String> taken = new HashSet<>();

  Inventor(long seed) {
    this.random = new Random(seed);
  }

  /// Names that are not given to anybody invented.
  void reserve(List<String> names) {
    taken.addAll(names);
  }

  private String name(boolean female) {
    String given = female ? FEMALE : MALE;
    String name;
    do {
      name = letter(SURNAMES) + letter(given) + (random.nextInt(10) < 8 ? letter(given) : "");
    } while (!taken.add(name));
    return name;
  }

  private String letter(String letters) {
    return String.valueOf(letters.charAt(random.nextInt(letters.length())));
  }

  /// Delegates for the rows that are missing, so that the whole is composed as the rules want it.
  List<Person> people(int count) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean female = random.nextInt(100) < 43;
      String birth = "%d.%02d".formatted(1966 + random.nextInt(36), 1 + random.nextInt(12));
      people.add(
          new Person(
              name(female),
              female ? "女" : "男",
              random.nextInt(12) == 0 ? "回族" : "汉族",
              birth,
              random.nextInt(10) < 5 ? "中共党员" : "群众",
              UNITS.get(i % UNITS.size()),
              post(i),
              category(i),
              "1990000%04d".formatted(i % 10_000)));
    }
    return people;
  }

  /// Of twenty, twelve work for the union, two are managers, six stand at the front line.
  static String category(int number) {
    int of = number % 20;
    return of < 12 ? "工会工作者" : of < 14 ? "管理人员" : "一线职工";
  }

  private static String post(int number) {
    int of = number % 20;
    return of < 12 ? "工会干部" : of < 14 ? "部门负责人" : "职工";
  }

  Slate slate(String prefix, int candidates, int seats) {
    List<Slate.Nominee> nominees = new ArrayList<>();
    for (int i = 1; i <= candidates; i++) {
      String id = prefix + "%02d".formatted(i);
      nominees.add(new Slate.Nominee(id, name(random.nextInt(100) < 40)));
    }
    return new Slate(nominees, seats);
  }

  /// Most voters approve of most candidates, as unions' voters do; some oppose, some leave open.
  Marked ballot(Slate slate) {
    List<Integer> order = new ArrayList<>();
    for (int place = 0; place < slate.nominees().size(); place++) {
      order.add(place);
    }
    Collections.shuffle(order, random);
    List<Integer> approve = new ArrayList<>();
    List<Integer> against = new ArrayList<>();
    for (int place : order) {
      int mood = random.nextInt(100) + 10 * place / slate.nominees().size();
      if (mood < 93 && approve.size() < slate.seats()) {
        approve.add(place);
      } else if (mood > 99) {
        against.add(place);
      }
    }
    return Marked.of(approve, against);
  }

  /// Among those tied nobody is opposed, and most choose.
  Marked runoff(Slate slate) {
    List<Integer> order = new ArrayList<>();
    for (int place = 0; place < slate.nominees().size(); place++) {
      order.add(place);
      if (place == 0) {
        order.add(place); // the first is a little better known, or it would tie again
      }
    }
    Collections.shuffle(order, random);
    return Marked.of(order.stream().distinct().limit(slate.seats()).toList(), List.of());
  }

  /// One in eight is against or abstains, as long as more than half of those due are for it.
  List<Marked> opinions(int present, int due) {
    int others = Math.clamp(present - (due / 2 + 1), 0, present / 8);
    List<Marked> opinions =
        new ArrayList<>(Collections.nCopies(present, Marked.of(List.of(0), List.of())));
    for (int i = 0; i < others; i++) {
      opinions.set(i, i % 2 == 0 ? Marked.of(List.of(), List.of(0)) : Marked.BLANK);
    }
    Collections.shuffle(opinions, random);
    return opinions;
  }

  /// As many of these as are wanted, by lot.
  List<Integer> drawn(List<Integer> from, int count) {
    List<Integer> mixed = new ArrayList<>(from);
    Collections.shuffle(mixed, random);
    return mixed.subList(0, Math.min(count, mixed.size()));
  }
}

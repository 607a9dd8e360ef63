package org.zhijia.documents;

/// The four typefaces of official documents.
public enum Face {
  /// 仿宋: body, number, imprint
  FANG("fangsong.ttf", "仿宋"),
  /// 楷体: headings of the second level
  KAI("kaiti.ttf", "楷体"),
  /// 黑体: headings of the first level
  HEI("heiti.ttf", "黑体"),
  /// 小标宋: mark and title
  SONG("biaosong.ttf", "方正小标宋简体");

  private final String file;
  private final String wordName;

  Face(String file, String wordName) {
    this.file = file;
    this.wordName = wordName;
  }

  String file() {
    return file;
  }

  /// What the face is called in a word processor on an office computer.
  String wordName() {
    return wordName;
  }
}

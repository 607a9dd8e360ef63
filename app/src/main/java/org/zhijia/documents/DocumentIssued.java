package org.zhijia.documents;

import java.time.LocalDate;
import org.zhijia.acts.PublicAct;

/// A document was issued. The act shows that it exists and what its files hash to, so that anybody
/// who holds a copy can check it; not the title, which may speak of a person.
///
/// @param organisation its id; `organisationName` as on that day
/// @param number 发文字号; empty for a document without one
/// @param kind the word of its kind, as in 通知
/// @param pdfSha256 and `docxSha256`: lower-case hex of the frozen files
public record DocumentIssued(
    long organisation,
    String organisationName,
    String number,
    String kind,
    LocalDate issuedOn,
    String pdfSha256,
    String docxSha256)
    implements PublicAct {}

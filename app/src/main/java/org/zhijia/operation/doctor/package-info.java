/// What is wrong with an installation, and how to mend it.
///
/// Responsible for looking at the machine, the files and the database, each look a finding. Refuses
/// to change anything.
@NullMarked
package org.zhijia.operation.doctor;

import org.jspecify.annotations.NullMarked;

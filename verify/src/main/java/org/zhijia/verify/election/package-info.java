/// An election run by files alone: each step is a command that the person in that role can run on
/// their own computer, with a folder of public files that is passed around.
///
/// Responsible for the files' names and for saying what is due next. Refuses to hold two roles'
/// secrets in one place: secrets go where the command is told, never into the folder.
@NullMarked
package org.zhijia.verify.election;

import org.jspecify.annotations.NullMarked;

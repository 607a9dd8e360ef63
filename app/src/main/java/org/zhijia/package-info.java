/// The server that a federation runs on. Each package below is one thing that a union does, or
/// that the server needs for it; `ModulesTest` holds them to their order.
@NullMarked
package org.zhijia;

import org.jspecify.annotations.NullMarked;

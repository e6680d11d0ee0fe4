/** What several applications are asked: who is calling, and what is there. */
@NullMarked
package io.github.clerkjakarta.security.server.asking;

import org.jspecify.annotations.NullMarked;

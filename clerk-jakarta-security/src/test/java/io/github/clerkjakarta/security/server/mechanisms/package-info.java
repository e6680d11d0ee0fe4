/** An application whose paths have callers of FORM, of BASIC and of Clerk's. */
@NullMarked
package io.github.clerkjakarta.security.server.mechanisms;

import org.jspecify.annotations.NullMarked;

/** What Open Liberty is told in another way than other servers. */
@NullMarked
package io.github.clerkjakarta.security.internal.liberty;

import org.jspecify.annotations.NullMarked;

/** What the test of Open Liberty deploys. */
@NullMarked
package io.github.clerkjakarta.security.server.liberty;

import org.jspecify.annotations.NullMarked;

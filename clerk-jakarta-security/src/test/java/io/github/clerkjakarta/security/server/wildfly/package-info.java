/** What the test of WildFly deploys. */
@NullMarked
package io.github.clerkjakarta.security.server.wildfly;

import org.jspecify.annotations.NullMarked;

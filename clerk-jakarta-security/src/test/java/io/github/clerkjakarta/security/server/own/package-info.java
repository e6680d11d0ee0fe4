/** What an application may bring along in place of ours. */
@NullMarked
package io.github.clerkjakarta.security.server.own;

import org.jspecify.annotations.NullMarked;

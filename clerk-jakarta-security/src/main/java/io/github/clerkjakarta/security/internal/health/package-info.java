/**
 * Tells MicroProfile Health whether there are keys to verify tokens with. Only a server that has
 * MicroProfile Health loads more of it than the extension.
 */
@NullMarked
package io.github.clerkjakarta.security.internal.health;

import org.jspecify.annotations.NullMarked;

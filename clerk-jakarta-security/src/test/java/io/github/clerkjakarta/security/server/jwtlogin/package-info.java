/** Applications in which MicroProfile JWT is to say who is calling, and Clerk's mechanism too. */
@NullMarked
package io.github.clerkjakarta.security.server.jwtlogin;

import org.jspecify.annotations.NullMarked;

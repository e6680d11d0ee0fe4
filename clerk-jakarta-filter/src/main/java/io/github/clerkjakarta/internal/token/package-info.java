/** Whether a token is genuine: decoding, claim rules, signature, keys. Knows no HTTP. */
@NullMarked
package io.github.clerkjakarta.internal.token;

import org.jspecify.annotations.NullMarked;

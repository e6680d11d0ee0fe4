/** FORM and BASIC for some paths, beside Clerk. */
@NullMarked
package io.github.clerkjakarta.security.example.mechanisms;

import org.jspecify.annotations.NullMarked;

/** Where settings are written beside the places that the filter knows. */
@NullMarked
package io.github.clerkjakarta.security.internal.config;

import org.jspecify.annotations.NullMarked;

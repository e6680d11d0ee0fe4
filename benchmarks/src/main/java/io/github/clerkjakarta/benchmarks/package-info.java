/** What a request costs, measured against one RSA verification. Never shipped. */
@NullMarked
package io.github.clerkjakarta.benchmarks;

import org.jspecify.annotations.NullMarked;

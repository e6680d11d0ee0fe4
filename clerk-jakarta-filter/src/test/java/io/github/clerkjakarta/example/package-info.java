/** What readers of the documentation write: the pages in {@code docs} show this code. */
@NullMarked
package io.github.clerkjakarta.example;

import org.jspecify.annotations.NullMarked;

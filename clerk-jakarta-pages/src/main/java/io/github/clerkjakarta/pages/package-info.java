/**
 * What a page asks of Clerk: who is calling, where to sign in, and which instance serves it.
 *
 * @see <a href="https://clerk.com/docs/reference/components/overview">Clerk: components</a>
 */
@NullMarked
package io.github.clerkjakarta.pages;

import org.jspecify.annotations.NullMarked;

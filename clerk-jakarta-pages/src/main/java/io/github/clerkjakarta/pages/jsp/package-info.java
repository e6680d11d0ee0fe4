/** The tags for JSP. */
@NullMarked
package io.github.clerkjakarta.pages.jsp;

import org.jspecify.annotations.NullMarked;

/** Web pages for clerk, office and leader, rendered on the server; readable and usable without JavaScript. */
@NullMarked
package org.targetwatch.page;

import org.jspecify.annotations.NullMarked;

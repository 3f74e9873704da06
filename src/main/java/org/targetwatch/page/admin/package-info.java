/** 管理: accounts, tokens, plans, and who changed what. */
@NullMarked
package org.targetwatch.page.admin;

import org.jspecify.annotations.NullMarked;

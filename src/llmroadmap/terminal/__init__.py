"""Lines on a terminal: styled, wrapped, paged; streams, the editor and the browser."""

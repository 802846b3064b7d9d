@"%~dp0..\autochrome-cli.exe" %*

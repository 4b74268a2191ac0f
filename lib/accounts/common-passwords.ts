/**
 * A modest list: the long passwords that lead published lists of leaked ones, in lower case. It is not a corpus; together
 * with the check for repeats, runs and words of the context (password-rules.ts) it stops what is guessed first.
 */
import 'server-only';

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  administrator administrator1 alexandalexander allthesamething areyoukidding baseballbaseball basketballfan
  basketballgame bestfriendsforever butterfly12345 changeme12345 changemechangeme changemeplease chocolatecake
  chocolatechip christmastree computercomputer correcthorsebattery correcthorsebatterystaple dragonballz123
  dragondragon everythingisok fluffybunny123 footballfootball footballplayer forgetmenot123 forgotpassword
  godisgoodallthetime goodmorning123 hellohello123 helloworld123 helloworldhello ihatepasswords ihateyouihateyou
  iloveyou123456 iloveyou12345 iloveyou1234 iloveyou4ever iloveyoubaby iloveyoubabe iloveyouforever
  iloveyouiloveyou iloveyousomuch iloveyousomuch1 iloveyoutoo123 illnevertell jesuschrist1 jesusislord jesuslovesme
  justinbieber justinbieber1 letmeinletmein letmeinplease letmein123456 liverpoolfc123 loveisallyouneed lovelovelove
  loveyouforever manchester123 manchesterunited masterpassword michaeljackson michaeljordan23 monkeymonkey
  mynameisjohn mypassword123 mypasswordis mypasswordispassword newpassword1 newpassword123 nopassword123
  onedirection1 opensesame123 p4ssw0rd1234 p@ssw0rd1234 p@ssword1234 passw0rd1234 passwd123456 passwordisapassword
  password0000 password1111 password1234 password12345 password123456 password1234567 password12345678
  password123456789 password2020 password2021 password2022 password2023 password2024 password2025 password2026
  password4321 passwordpassword passwordsecret passphrase123 photography1 pleaseletmein princess12345 princess123456
  q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 qazwsxedcrfv qazwsxedcrfvtgb qwer1234qwer qwert12345qwert
  qwerty123456 qwerty1234567 qwerty12345678 qwertyqwerty qwertyuiop12 qwertyuiop123 rememberme123 secretpassword
  secretsecret september2024 september2025 somethingelse spongebob123 starwarsstarwars summersummer summertime123
  sunshine12345 sunshine123456 superman12345 superman123456 supersecret1 supersecretpassword temporary123
  temppassword temppassword1 test12345678 testtesttest testpassword thequickbrownfox thequickbrownfoxjumps
  thisisapassword thisismypassword trustno1trustno1 twentyonepilots unbelievable1 victoria12345 watermelon123
  welcome12345 welcome123456 welcomehome123 welcomewelcome whateverwhatever whatismypassword whatsmypassword
  zaq12wsxcde3 zaq1xsw2cde3 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 123qweasdzxc
  1234qwerasdf abc123abc123 abcd1234abcd asdf1234asdf asdfghjkl123 asdfjkl12345 zxcvbnm12345 zxcvbnmasdfghjkl
  `
    .trim()
    .split(/\s+/),
);

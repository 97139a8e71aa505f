#!/bin/sh
# Draws the sample lessons of the demo county (labelled 示例) into server/assets/lessons: title cards with a moving progress
# line, 480p, H.264 baseline with silent AAC. Needs ffmpeg with libx264 and a font that has Chinese characters.
#   FONT=/path/to/font.ttc scripts/make-sample-clips.sh
set -eu
cd "$(dirname "$0")/.."
out=server/assets/lessons
font=${FONT:-$(fc-match -f '%{file}' 'Noto Sans CJK SC:bold')}
card=6
mkdir -p "$out"

# clip <file> <ground colour> <title> <point>…
clip() {
  file=$1 ground=$2 title=$3
  shift 3
  seconds=$((($# + 2) * card))
  last=$((($# + 1) * card))
  text="fontfile=$font:fontcolor=0xf5f4ef"
  filters="drawbox=x=0:y=0:w=iw:h=6:color=0xc08a3e:t=fill"
  filters="$filters,drawtext=$text:text='$title':fontsize=60:x=(w-tw)/2:y=(h-th)/2-20:enable='lt(t,$card)'"
  filters="$filters,drawtext=$text:text='示例课程':fontsize=24:x=(w-tw)/2:y=(h-th)/2+60:enable='lt(t,$card)'"
  filters="$filters,drawtext=$text:text='$title':fontsize=22:x=48:y=36:alpha=0.75:enable='gte(t,$card)'"
  number=0
  for point in "$@"; do
    number=$((number + 1))
    from=$((number * card)) to=$(((number + 1) * card))
    during="enable='gte(t,$from)*lt(t,$to)'"
    # Each point slides in from the left within half a second.
    slide="'48+min(1,(t-$from)*2)*32'"
    filters="$filters,drawtext=$text:text='$number':fontsize=96:alpha=0.35:x=$slide:y=150:$during"
    filters="$filters,drawtext=$text:text='$point':fontsize=38:x=$slide:y=280:$during"
  done
  filters="$filters,drawtext=$text:text='本课结束，请完成随堂练习':fontsize=38:x=(w-tw)/2:y=(h-th)/2:enable='gte(t,$last)'"
  ffmpeg -hide_banner -loglevel error -y \
    -f lavfi -i "color=c=$ground:s=854x480:r=10:d=$seconds" \
    -f lavfi -i "color=c=0xc08a3e:s=854x8:r=10:d=$seconds" \
    -f lavfi -i "anullsrc=r=22050:cl=mono" \
    -filter_complex "[0:v]${filters}[cards];[cards][1:v]overlay=x='-w+w*t/$seconds':y=472[v]" \
    -map '[v]' -map 2:a -t "$seconds" \
    -c:v libx264 -profile:v baseline -preset veryslow -crf 30 -pix_fmt yuv420p -g 50 \
    -c:a aac -b:a 16k -map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact \
    -movflags +faststart "$out/$file"
}

clip electrical-safety.mp4 0x12505a 安全用电 \
  '操作前先断电，验电后再动手' '不用湿手触碰开关和插座' '一台设备一个保护装置' \
  '线路破损要更换，不能缠胶带了事' '有人触电先断电源，再施救' '电气火灾用干粉灭火器，不用水'
clip household-service-manners.mp4 0x5a3d12 家政服务礼仪 \
  '约定时间前五分钟到达' '进门先问好，换上自备鞋套' '贵重物品不触碰、不评论' '说话轻声，动作轻放' '客户家事不外传' '离开前请客户查看并道别'
clip professional-ethics.mp4 0x2f3f5f 职业道德 \
  '爱岗敬业：把手上的活干好' '诚实守信：学多少、记多少' '办事公道：一样的标准待人' '服务群众：先想对方的难处' '奉献社会：手艺用在需要的地方'
ls -l "$out"
